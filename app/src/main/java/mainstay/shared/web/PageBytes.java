package mainstay.shared.web;

import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A page as it is rendered, in UTF-8. Pages are tens of kilobytes of small pieces, most of them plain
/// letters, which go into one array without anything in between.
final class PageBytes implements TemplateOutput {

    private static final int USUAL_SIZE = 1 << 16;

    private byte[] bytes = new byte[USUAL_SIZE];
    private int length;

    int length() {
        return length;
    }

    void sendTo(OutputStream stream) throws IOException {
        stream.write(bytes, 0, length);
    }

    @Override
    public void writeContent(String value) {
        writeContent(value, 0, value.length());
    }

    @Override
    public void writeContent(String value, int from, int to) {
        makeRoom(to - from);
        int end = length;
        for (int at = from; at < to; at++) {
            char letter = value.charAt(at);
            if (letter >= 0x80) {
                writeBinaryContent(value.substring(from, to).getBytes(StandardCharsets.UTF_8));
                return;
            }
            bytes[end++] = (byte) letter;
        }
        length = end;
    }

    @Override
    public void writeBinaryContent(byte[] value) {
        makeRoom(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    private void makeRoom(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, more)));
        }
    }
}
