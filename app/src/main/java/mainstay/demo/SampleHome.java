package mainstay.demo;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What a sample's home remembers: how far the dates were shifted, and that the ledger is whole. The shift is
/// kept from the first moment, so that a start after a break continues with the very same files.
record SampleHome(Path root) {

    private static final String SHIFT = "sample-weeks";
    private static final String WHOLE = "sample-loaded";

    boolean isWhole() {
        return Files.exists(root.resolve(WHOLE));
    }

    void markWhole() {
        keep(WHOLE, "");
    }

    Optional<WeekShift> shift() {
        Path file = root.resolve(SHIFT);
        try {
            return Files.exists(file)
                    ? Optional.of(
                            new WeekShift(Long.parseLong(Files.readString(file).strip())))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    WeekShift keep(WeekShift shift) {
        keep(SHIFT, Long.toString(shift.weeks()));
        return shift;
    }

    private void keep(String name, String text) {
        try {
            Files.createDirectories(root);
            Path fresh = Files.createTempFile(root, name, ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, root.resolve(name), ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
