package mainstay.ledger.file;

/// How much of a file is taken. A few kilobytes can unpack to gigabytes, so what counts is what comes out.
///
/// @param largest       bytes of a file, unpacked
/// @param largestLookup bytes of a look-up file, which is held in memory, unpacked
/// @param ratio         times that a packed file may grow, asked from [#RATIO_COUNTS_FROM] bytes on
public record FileLimits(long largest, long largestLookup, int ratio) {

    public static final FileLimits STANDARD = new FileLimits(8L << 30, 128L << 20, 200);
    static final long RATIO_COUNTS_FROM = 64L << 20;

    public FileLimits {
        if (largest < 1 || largestLookup < 1 || ratio < 1) {
            throw new IllegalArgumentException(
                    "limits must be above nought: " + largest + ", " + largestLookup + ", " + ratio);
        }
    }

    boolean isInflated(long unpacked, long packed) {
        return unpacked > RATIO_COUNTS_FROM && unpacked / ratio > packed;
    }
}
