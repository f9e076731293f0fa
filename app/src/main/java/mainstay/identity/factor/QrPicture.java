package mainstay.identity.factor;

import io.nayuki.qrcodegen.QrCode;

/// A QR code as the path of an SVG picture, with the quiet border that readers need.
///
/// @param size edge of the square, in modules
/// @param path the dark modules, each a square of edge 1
public record QrPicture(int size, String path) {

    private static final int BORDER = 4;

    /// @throws io.nayuki.qrcodegen.DataTooLongException where the text is longer than any code
    public static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d,%dh1v1h-1z".formatted(x + BORDER, y + BORDER));
                }
            }
        }
        return new QrPicture(code.size + 2 * BORDER, path.toString());
    }
}
