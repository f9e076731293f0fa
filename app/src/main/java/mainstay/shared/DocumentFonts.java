package mainstay.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openpdf.text.pdf.BaseFont;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The letters of documents. Latin ones every reader of PDF has; Chinese ones are taken from the fonts of
/// this computer, or from the file that the setting names, and are embedded.
@Component
public class DocumentFonts {

    private static final List<String> PLACES = List.of(
            "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc,2",
            "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc,2",
            "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc,2",
            "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc,0",
            "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
            "/System/Library/Fonts/STHeiti Light.ttc,0",
            "C:/Windows/Fonts/simsun.ttc,0",
            "C:/Windows/Fonts/msyh.ttc,0");

    /// What every reader of PDF has beside the first two hundred letters.
    private static final String BEYOND = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

    private final String chosen;

    DocumentFonts(@Value("${mainstay.pdf-font:}") String chosen) {
        this.chosen = chosen;
    }

    /// Letters in which all of this can be written.
    ///
    /// @throws Problem.Invalid where no font of this computer has them
    public BaseFont of(String all) {
        try {
            if (all.codePoints().allMatch(DocumentFonts::isLatin)) {
                return BaseFont.createFont(BaseFont.HELVETICA, BaseFont.WINANSI, BaseFont.NOT_EMBEDDED);
            }
            String place = place().orElseThrow(() -> new Problem.Invalid("paper.noFont"));
            return BaseFont.createFont(place, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Optional<String> place() {
        return Stream.concat(Stream.of(chosen), PLACES.stream())
                .filter(place -> !place.isBlank() && Files.isReadable(Path.of(place.replaceFirst(",\\d+$", ""))))
                .findFirst();
    }

    private static boolean isLatin(int letter) {
        return letter < 0x100 || BEYOND.indexOf(letter) >= 0;
    }
}
