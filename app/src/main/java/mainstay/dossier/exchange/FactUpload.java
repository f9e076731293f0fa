package mainstay.dossier.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import mainstay.ledger.file.FileRefused;
import mainstay.shared.HarmlessText;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/// Keeps what was sent while it is read.
final class FactUpload {

    private static final int LONGEST = 200;
    private static final List<String> ENDINGS = List.of(".csv", ".csv.gz", ".txt", ".xlsx");

    private FactUpload() {}

    interface Work<T> {
        T of(Path file) throws FileRefused;
    }

    static <T> T during(@Nullable MultipartFile sent, Work<T> work) throws IOException, FileRefused {
        if (sent == null || sent.isEmpty()) {
            throw new Problem.Invalid("factFile.noFile");
        }
        String name = name(sent).toLowerCase(Locale.ROOT);
        String ending = ENDINGS.stream().filter(name::endsWith).findFirst().orElse(".unknown");
        Path file = Files.createTempFile("facts-", ending);
        try {
            sent.transferTo(file);
            return work.of(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /// As the sender called it, to be shown and nothing else.
    static String name(MultipartFile sent) {
        String whole = HarmlessText.cleaned(String.valueOf(sent.getOriginalFilename()));
        String last = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cc}", "")
                .strip();
        int length = Math.min(LONGEST, last.codePointCount(0, last.length()));
        return last.isEmpty() ? "facts" : last.substring(0, last.offsetByCodePoints(0, length));
    }

    static Text told(FileRefused refused) {
        return Text.of(
                refused.problems().getFirst().reason().key(),
                refused.problems().getFirst().args().toArray());
    }
}
