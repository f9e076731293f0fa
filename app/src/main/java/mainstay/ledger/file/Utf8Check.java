package mainstay.ledger.file;

/// Tells, byte by byte, whether a stream is UTF-8.
final class Utf8Check {

    private int pending;
    private int low = 0x80;
    private int high = 0xBF;
    private boolean valid = true;

    void accept(byte[] bytes, int length) {
        for (int i = 0; i < length && valid; i++) {
            if (pending > 0 || bytes[i] < 0) {
                step(bytes[i] & 0xFF);
            }
        }
    }

    boolean valid() {
        return valid && pending == 0;
    }

    private void step(int unit) {
        if (pending > 0) {
            valid = unit >= low && unit <= high;
            low = 0x80;
            high = 0xBF;
            pending--;
        } else if (unit >= 0xC2 && unit <= 0xDF) {
            pending = 1;
        } else if (unit >= 0xE0 && unit <= 0xEF) {
            pending = 2;
            low = unit == 0xE0 ? 0xA0 : 0x80;
            high = unit == 0xED ? 0x9F : 0xBF;
        } else if (unit >= 0xF0 && unit <= 0xF4) {
            pending = 3;
            low = unit == 0xF0 ? 0x90 : 0x80;
            high = unit == 0xF4 ? 0x8F : 0xBF;
        } else {
            valid = false;
        }
    }
}
