package mainstay.ledger.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The encoding of a file and the length of its byte order mark.
record Encoding(Charset charset, int markLength) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int ODD_ONE_IN = 10;

    static Encoding of(byte[] start, boolean validUtf8) {
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (begins(start, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (begins(start, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        return new Encoding(withoutMark(start, validUtf8), 0);
    }

    /// Whether these bytes are a document, a picture or a program under the name of a table.
    boolean isNoText(byte[] start) {
        if (begins(start, '%', 'P', 'D', 'F', '-')) {
            return true;
        }
        String text = new String(start, charset);
        long odd = text.chars().filter(Encoding::isOdd).count();
        return odd * ODD_ONE_IN > text.length();
    }

    /// What neither a reader nor a spreadsheet could show.
    private static boolean isOdd(int c) {
        return c == 0xFFFD || c == 0x7F || (c < ' ' && "\t\n\u000B\f\r\u001A".indexOf(c) < 0);
    }

    private static Charset withoutMark(byte[] start, boolean validUtf8) {
        int evenZeros = zeros(start, 0);
        int oddZeros = zeros(start, 1);
        if (Math.max(evenZeros, oddZeros) > start.length / 10 && Math.min(evenZeros, oddZeros) < start.length / 100) {
            return oddZeros > evenZeros ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        if (validUtf8) {
            return StandardCharsets.UTF_8;
        }
        return highBytesStandAlone(start) ? WINDOWS_1252 : GB18030;
    }

    /// Chinese text has its high bytes in pairs, Western European text has them between plain letters.
    private static boolean highBytesStandAlone(byte[] bytes) {
        int alone = 0;
        int paired = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                if (i + 1 < bytes.length && bytes[i + 1] < 0) {
                    paired++;
                    i++;
                } else {
                    alone++;
                }
            }
        }
        return alone > paired;
    }

    private static int zeros(byte[] bytes, int from) {
        int count = 0;
        for (int i = from; i < bytes.length; i += 2) {
            if (bytes[i] == 0) {
                count++;
            }
        }
        return count;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
