package mainstay.demo;

import java.util.List;
import java.util.Optional;
import mainstay.postgres.Installation;
import org.springframework.stereotype.Component;

/// Which sample was asked for, if any.
@Component
class SampleChoice {

    private final Optional<Sample> sample;
    private final SampleHome home;

    SampleChoice(Installation installation, List<Sample> samples) {
        this.sample = installation.sample().map(name -> named(samples, name));
        this.home = new SampleHome(installation.home());
    }

    private static Sample named(List<Sample> samples, String name) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SampleUnavailable("There is no sample called %s.".formatted(name)));
    }

    Optional<Sample> sample() {
        return sample;
    }

    SampleHome home() {
        return home;
    }
}
