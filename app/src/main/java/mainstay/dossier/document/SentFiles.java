package mainstay.dossier.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import mainstay.dossier.document.DocumentDesk.Sent;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/// Keeps what was sent under a name of its own while it is looked at.
final class SentFiles {

    private SentFiles() {}

    static DocumentOutcome during(@Nullable MultipartFile file, Function<Sent, DocumentOutcome> work)
            throws IOException {
        Path kept = Files.createTempFile("mainstay-document-", ".sent");
        try {
            if (file != null) {
                file.transferTo(kept);
            }
            return work.apply(new Sent(file == null ? null : file.getOriginalFilename(), kept));
        } finally {
            Files.deleteIfExists(kept);
        }
    }
}
