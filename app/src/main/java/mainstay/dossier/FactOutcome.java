package mainstay.dossier;

import java.util.Map;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What became of something that was to be written into the archive.
public sealed interface FactOutcome {

    /// It is written down.
    ///
    /// @param fact as it is kept now; where it is older than what stands, it went into the history
    record Kept(Fact fact) implements FactOutcome {}

    /// Nothing is written down.
    ///
    /// @param refusals by name of the form's field
    record Refused(Map<String, Text> refusals) implements FactOutcome {}

    /// Nothing is written down, as somebody else was faster.
    ///
    /// @param now what stands there by now; null where it is empty
    record Overtaken(@Nullable Fact now) implements FactOutcome {}
}
