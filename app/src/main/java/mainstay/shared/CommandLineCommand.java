package mainstay.shared;

import java.util.concurrent.Callable;

/// A command of `bin/mainstay`: a bean annotated with picocli's `@Command`; what it returns is the exit code.
public interface CommandLineCommand extends Callable<Integer> {}
