package mainstay.postgres;

import java.nio.file.Path;

/// A living process works with the database of a data home.
public final class HomeInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HomeInUse(Path home) {
        super(home.toString());
    }
}
