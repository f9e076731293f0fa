package mainstay.dossier;

import java.util.List;

/// The fields of the archive, those of no use any more among them.
public interface KnownFields {

    /// In the order in which they are shown.
    List<Field> all();
}
