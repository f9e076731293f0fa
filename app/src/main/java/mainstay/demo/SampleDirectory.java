package mainstay.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.stereotype.Component;

/// Finds the files of a sample: where the scripts say, else in the working directory or above the jar.
@Component
class SampleDirectory {

    private final Path named;

    SampleDirectory(@Value("${mainstay.samples:samples}") Path named) {
        this.named = named;
    }

    Path of(String sample) {
        return places().map(place -> place.resolve(sample))
                .filter(Files::isDirectory)
                .findFirst()
                .map(place -> place.toAbsolutePath().normalize())
                .orElseThrow(() -> new SampleUnavailable(
                        "The files of the sample %s are not here. Start it from the ".formatted(sample)
                                + "checkout of Mainstay, or name the directory with -Dmainstay.samples=DIRECTORY."));
    }

    private Stream<Path> places() {
        Path jar = new ApplicationHome(SampleDirectory.class).getDir().toPath();
        Stream<Path> above =
                Stream.iterate(jar, Objects::nonNull, Path::getParent).limit(5).map(place -> place.resolve("samples"));
        return Stream.concat(List.of(named, Path.of("..").resolve("samples")).stream(), above);
    }
}
