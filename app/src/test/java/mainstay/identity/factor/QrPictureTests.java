package mainstay.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What is drawn is read back by somebody else's reader.
class QrPictureTests {

    private static final int SCALE = 4;
    private static final Pattern MODULE = Pattern.compile("M(\\d+),(\\d+)h1v1h-1z");

    @Test
    void a_reader_finds_the_text_in_the_picture() throws Exception {
        for (String text : new String[] {
            "otpauth://totp/Mainstay:admin?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Mainstay&algorithm=SHA1"
                    + "&digits=6&period=30",
            "otpauth://totp/Mainstay:" + "x".repeat(60) + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
        }) {
            assertThat(read(QrPicture.of(text))).isEqualTo(text);
        }
    }

    private static String read(QrPicture picture) throws Exception {
        int edge = picture.size() * SCALE;
        int[] pixels = new int[edge * edge];
        Arrays.fill(pixels, 0xFFFFFF);
        MODULE.matcher(picture.path()).results().forEach(module -> {
            int left = Integer.parseInt(module.group(1)) * SCALE;
            int top = Integer.parseInt(module.group(2)) * SCALE;
            for (int y = top; y < top + SCALE; y++) {
                Arrays.fill(pixels, y * edge + left, y * edge + left + SCALE, 0);
            }
        });
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(edge, edge, pixels))))
                .getText();
    }
}
