package mainstay.ledger;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.springframework.web.multipart.MultipartFile;

/// What an uploaded file is called here.
final class UploadName {

    private static final String UNNAMED = "upload.csv";
    private static final int LONGEST = 120;
    private static final int MOST_BYTES = 240;

    private UploadName() {}

    /// The last part of what the sender called the file, and only characters that no file system minds.
    static String of(MultipartFile file) {
        String original = file.getOriginalFilename();
        return original == null ? UNNAMED : of(original);
    }

    static String of(String original) {
        String last = original.substring(Math.max(original.lastIndexOf('/'), original.lastIndexOf('\\')) + 1);
        String end = last.substring(Math.max(0, last.length() - 2 * LONGEST));
        String clean = end.replaceAll("[^\\p{L}\\p{N}._ ()-]", "_").strip();
        while (clean.length() > LONGEST || clean.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            clean = clean.substring(1);
        }
        return clean.isBlank() || clean.startsWith(".") ? UNNAMED : clean;
    }

    /// The place of a file; a machine that cannot write the name in its own encoding gets a plain one.
    static Path in(Path directory, String name) {
        try {
            return directory.resolve(name);
        } catch (InvalidPathException unwritable) {
            return directory.resolve(name.replaceAll("[^ -~]", "_"));
        }
    }
}
