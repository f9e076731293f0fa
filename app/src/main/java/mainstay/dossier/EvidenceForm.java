package mainstay.dossier;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/// What a fact rests on, as somebody sent it: a document that is there, a file, or both.
///
/// @param seen     number of the fact that the sender saw
/// @param document number of a document of the account; empty: none
public record EvidenceForm(
        @Nullable String seen,
        @Nullable String document,
        @Nullable MultipartFile file) {

    private static final String NUMBER = "\\d{1,18}";

    String wasSeen() {
        return Objects.requireNonNullElse(seen, "");
    }

    /// Null where none was chosen.
    @Nullable
    Long chosen() {
        String written = Objects.requireNonNullElse(document, "").strip();
        return written.matches(NUMBER) ? Long.valueOf(written) : null;
    }

    boolean hasFile() {
        return file != null && !file.isEmpty();
    }
}
