package mainstay.demo;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mainstay.identity.Acting;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/// The made-up firm of the sample that was asked for. Without one, all of this is silent.
@Service
public class SampleFirm {

    private final SampleChoice choice;
    private final SampleLoader loader;
    private final SamplePeople people;
    private final SampleLoans loans;
    private final SampleContacts contacts;
    private final SampleTeam team;
    private final SamplePlans plans;
    private final SamplePlanHistory history;
    private final SampleActivities activities;
    private final Findings findings;
    private final Interruption interruption;

    SampleFirm(
            SampleChoice choice,
            SampleLoader loader,
            SamplePeople people,
            SampleLoans loans,
            SampleContacts contacts,
            SampleTeam team,
            SamplePlans plans,
            SamplePlanHistory history,
            SampleActivities activities,
            Findings findings,
            Interruption interruption) {
        this.choice = choice;
        this.loader = loader;
        this.people = people;
        this.loans = loans;
        this.contacts = contacts;
        this.team = team;
        this.plans = plans;
        this.history = history;
        this.activities = activities;
        this.findings = findings;
        this.interruption = interruption;
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
            interruption.listen();
            Acting.asOperator(() -> {
                loader.ensureLoaded(sample.get(), choice.home(), new Progress(say));
                people.write(sheet());
                loans.write();
                contacts.write();
                team.write();
                plans.write();
                history.write();
                activities.write();
                return sample;
            });
        }
    }

    /// Names and passwords of its people.
    public List<String> signIns() {
        return isAsked() ? sheet().lines() : List.of();
    }

    /// What its ledger shows, in sentences; nothing where somebody stops the process meanwhile.
    public List<String> findings() {
        if (!isAsked()) {
            return List.of();
        }
        try {
            return Acting.asOperator(findings::sentences);
        } catch (DataAccessException | TransactionException failed) {
            if (interruption.isAsked()) {
                return List.of();
            }
            throw failed;
        }
    }

    private SignInSheet sheet() {
        return SignInSheet.in(choice.home().root());
    }
}
