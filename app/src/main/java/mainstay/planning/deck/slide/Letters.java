package mainstay.planning.deck.slide;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.openpdf.text.pdf.BaseFont;

/// How wide letters are. Decks are set in a font with the widths of Helvetica, and of East Asian letters each is as
/// wide as it is high: that holds in every office program and on paper, whichever font is at hand.
final class Letters {

    private static final int LATIN = 0x250;
    private static final int WIDE = 0x2E80;
    private static final double OTHER = 0.64;
    private static final double THOUSAND = 1000;
    /// Programs differ a little in how they set the same font.
    private static final double SAFE = 1.03;

    private final double[] plain = widths(BaseFont.HELVETICA);
    private final double[] bold = widths(BaseFont.HELVETICA_BOLD);

    private static double[] widths(String font) {
        try {
            BaseFont metrics = BaseFont.createFont(font, BaseFont.WINANSI, BaseFont.NOT_EMBEDDED);
            double[] widths = new double[LATIN];
            for (int letter = ' '; letter < LATIN; letter++) {
                int width = metrics.getWidth(letter);
                widths[letter] = width == 0 ? OTHER : width / THOUSAND;
            }
            return widths;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    double width(String text, double size, boolean heavy) {
        return text.codePoints()
                        .mapToDouble(letter -> width(letter, heavy ? bold : plain))
                        .sum()
                * size;
    }

    private static double width(int letter, double[] widths) {
        if (letter < LATIN) {
            return widths[letter] * SAFE;
        }
        boolean mark = Character.getType(letter) == Character.NON_SPACING_MARK;
        return mark ? 0 : letter >= WIDE || isPunctuation(letter) ? 1 : OTHER * SAFE;
    }

    /// Dashes, quotes and dots are wide in Chinese fonts.
    private static boolean isPunctuation(int letter) {
        return letter >= 0x2010 && letter <= 0x2027;
    }
}
