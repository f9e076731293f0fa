package mainstay.demo;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mainstay.identity.Acting;
import org.springframework.stereotype.Service;

/// The made-up firm of the sample that was asked for. Without one, all of this is silent.
@Service
public class SampleFirm {

    private final SampleChoice choice;
    private final SampleLoader loader;
    private final SamplePeople people;
    private final Findings findings;

    SampleFirm(SampleChoice choice, SampleLoader loader, SamplePeople people, Findings findings) {
        this.choice = choice;
        this.loader = loader;
        this.people = people;
        this.findings = findings;
    }

    public boolean isAsked() {
        return choice.sample().isPresent();
    }

    /// False only where a sample was asked for and its ledger is not in yet.
    public boolean isWhole() {
        return choice.sample().isEmpty() || choice.home().isWhole();
    }

    /// Makes sure that the sample is there and whole, and its people with it.
    public void ensureThere(Consumer<String> say) {
        Optional<Sample> sample = choice.sample();
        if (sample.isPresent()) {
            Acting.asOperator(() -> {
                loader.ensureLoaded(sample.get(), choice.home(), new Progress(say));
                people.write(sheet());
                return sample;
            });
        }
    }

    /// Names and passwords of its people.
    public List<String> signIns() {
        return isAsked() ? sheet().lines() : List.of();
    }

    /// What its ledger shows, in sentences.
    public List<String> findings() {
        return isAsked() ? Acting.asOperator(findings::sentences) : List.of();
    }

    private SignInSheet sheet() {
        return SignInSheet.in(choice.home().root());
    }
}
