package mainstay.ledger.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The mappings that are shipped, and those in files of the user.
public final class Profiles {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<Profile> shipped;
    private final Supplier<List<Profile>> kept;

    public Profiles() throws IOException {
        this(List::of);
    }

    /// @param kept those that people named, the newest first
    public Profiles(Supplier<List<Profile>> kept) throws IOException {
        this.kept = kept;
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:profiles/*.json");
        List<Profile> found = new ArrayList<>();
        for (Resource file : files) {
            try (InputStream in = file.getInputStream()) {
                found.add(JSON.readValue(in, Profile.class));
            }
        }
        this.shipped = List.copyOf(found);
    }

    public Optional<Profile> named(String name) {
        return all().filter(profile -> profile.name().equals(name)).findFirst();
    }

    /// The shipped profile with exactly these headers. Where one file serves two kinds, the kind decides.
    public Optional<Profile> recognised(List<String> headers, Optional<Kind> kind) {
        List<Profile> fitting =
                all().filter(profile -> profile.recognises(headers)).toList();
        String wanted = kind.orElse(Kind.SALES).code();
        Optional<Profile> ofKind = fitting.stream()
                .filter(profile -> profile.kind().equals(wanted))
                .findFirst();
        if (ofKind.isPresent() || kind.isPresent() || fitting.isEmpty()) {
            return ofKind;
        }
        boolean clear = fitting.size() == 1 || !ships(fitting.getFirst().name());
        return clear ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /// Those for files of a kind, the user's own before the shipped.
    public List<Profile> of(Kind kind) {
        return all().filter(profile -> profile.kind().equals(kind.code())).toList();
    }

    public boolean ships(String name) {
        return shipped.stream().anyMatch(profile -> profile.name().equalsIgnoreCase(name));
    }

    private Stream<Profile> all() {
        return Stream.concat(kept.get().stream(), shipped.stream());
    }

    /// The profile in a file on this machine; only for who may read its files anyway.
    public static Optional<Profile> inFile(Path path) {
        if (!Files.isReadable(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(path, Profile.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
