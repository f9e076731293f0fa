package mainstay.ledger.file;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// Reads ahead in a thread of its own, a few thousand characters at a time, so that splitting text into rows
/// and understanding rows share the work of a large file.
final class AheadRows implements TableRows {

    private static final int ROWS = 256;
    private static final int CHARACTERS = 1 << 16;
    private static final int WAITING = 2;

    private final TableRows source;
    private final BlockingQueue<Portion> portions = new ArrayBlockingQueue<>(WAITING);
    private final Thread reader;
    private Portion portion = new Portion(List.of(), null, false);
    private int at;

    AheadRows(TableRows source) {
        this.source = source;
        this.reader = Thread.ofPlatform().daemon().name("reading ahead").start(this::readAll);
    }

    @Override
    public @Nullable TableRow next() throws FileRefused {
        while (at == portion.rows().size()) {
            if (portion.failure() != null) {
                throw asRefusal(portion.failure());
            }
            if (portion.last()) {
                return null;
            }
            portion = waitForPortion();
            at = 0;
        }
        return portion.rows().get(at++);
    }

    @Override
    public long bytesRead() {
        return source.bytesRead();
    }

    @Override
    public void close() {
        reader.interrupt();
        boolean interrupted = false;
        while (reader.isAlive()) {
            portions.clear();
            try {
                reader.join(10);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        source.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Portion waitForPortion() {
        try {
            return portions.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a file was read", e);
        }
    }

    private static FileRefused asRefusal(Throwable failure) {
        return switch (failure) {
            case FileRefused refused -> refused;
            case RuntimeException unexpected -> throw unexpected;
            case Error error -> throw error;
            default -> throw new IllegalStateException(failure);
        };
    }

    private void readAll() {
        try {
            boolean more = true;
            while (more) {
                List<TableRow> rows = new ArrayList<>(ROWS);
                Throwable failure = fill(rows);
                more = failure == null && !rows.isEmpty();
                portions.put(new Portion(rows, failure, !more));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (OutOfMemoryError full) {
            portions.clear();
            portions.add(new Portion(List.of(), full, true));
        }
    }

    /// Whatever goes wrong is handed over behind the rows before it.
    private @Nullable Throwable fill(List<TableRow> rows) {
        try {
            int characters = 0;
            while (rows.size() < ROWS && characters < CHARACTERS) {
                TableRow row = source.next();
                if (row == null) {
                    return null;
                }
                rows.add(row);
                characters += size(row);
            }
            return null;
        } catch (FileRefused | RuntimeException | Error failure) {
            return failure;
        }
    }

    private static int size(TableRow row) {
        List<String> fields = row.fields();
        int size = 0;
        for (int i = 0; i < fields.size(); i++) {
            size += fields.get(i).length();
        }
        return size;
    }

    /// @param last whether nothing comes after it
    private record Portion(List<TableRow> rows, @Nullable Throwable failure, boolean last) {}
}
