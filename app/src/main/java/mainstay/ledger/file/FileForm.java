package mainstay.ledger.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// In which form a file holds its table. The first bytes decide before the name does.
public enum FileForm {
    TEXT,
    PACKED_TEXT,
    WORKBOOK;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final List<String> ENDINGS = List.of(".csv", ".csv.gz", ".txt", ".xlsx");

    static FileForm of(Path path) throws IOException, FileRefused {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        byte[] start = Files.isRegularFile(path) ? start(path) : new byte[0];
        if (Arrays.equals(start, OLE)) {
            throw new FileRefused(RowProblem.ofFile(Reason.WORKBOOK_OLD, path.getFileName()));
        }
        if (Arrays.equals(start, ZIP)) {
            return WORKBOOK;
        }
        if (ENDINGS.stream().noneMatch(name::endsWith)) {
            throw new FileRefused(RowProblem.ofFile(Reason.FILE_TYPE, path.getFileName()));
        }
        return name.endsWith(".gz") ? PACKED_TEXT : TEXT;
    }

    private static byte[] start(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(ZIP.length);
        }
    }
}
