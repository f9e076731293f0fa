package mainstay.ledger.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The file as a whole cannot be taken; the problems say why.
public final class FileRefused extends Exception {

    private final transient List<RowProblem> problems;

    public FileRefused(List<RowProblem> problems, @Nullable Throwable cause) {
        super(problems.toString(), cause);
        this.problems = List.copyOf(problems);
    }

    public FileRefused(RowProblem problem) {
        this(List.of(problem), null);
    }

    public List<RowProblem> problems() {
        return problems;
    }
}
