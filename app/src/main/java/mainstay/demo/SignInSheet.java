package mainstay.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The made-up people of a sample with their passwords, in a file that only the owner can read. Printed at each
/// start.
record SignInSheet(Path file) {

    static SignInSheet in(Path home) {
        return new SignInSheet(home.resolve("sign-in.txt"));
    }

    boolean exists() {
        return Files.exists(file);
    }

    List<String> lines() {
        try {
            return exists() ? Files.readAllLines(file) : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A fresh temporary file belongs to its owner alone, and keeps that when it is moved.
    void write(List<String> lines) {
        try {
            Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "sign-in", ".new");
            Files.write(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
