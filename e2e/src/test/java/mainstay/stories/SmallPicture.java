package mainstay.stories;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Writes pictures small enough for a repository.
final class SmallPicture {

    private static final int LARGEST = 250 * 1024;

    private SmallPicture() {}

    static void write(byte[] png, Path file) {
        try {
            Files.createDirectories(file.getParent());
            if (png.length < LARGEST) {
                Files.write(file, png);
            } else {
                ImageIO.write(inFewColours(png), "png", file.toFile());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Pages have large even areas: a palette keeps them as they are.
    private static BufferedImage inFewColours(byte[] png) throws IOException {
        BufferedImage full = ImageIO.read(new ByteArrayInputStream(png));
        BufferedImage few = new BufferedImage(full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED);
        few.createGraphics().drawImage(full, 0, 0, null);
        return few;
    }
}
