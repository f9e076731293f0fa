package mainstay.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mainstay.ledger.file.Explanation;
import mainstay.ledger.file.Explanation.Origin;
import mainstay.ledger.file.FileRefused;
import mainstay.ledger.file.Profile;
import mainstay.ledger.file.Profiles;
import mainstay.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps mappings under names.
@Service
class ProfileDesk {

    private static final Pattern USABLE = Pattern.compile("[^\\p{Cntrl}/\\\\]{1,80}");

    private final KeptProfiles kept;
    private final Profiles profiles;
    private final DraftDesk drafts;

    ProfileDesk(KeptProfiles kept, Profiles profiles, DraftDesk drafts) {
        this.kept = kept;
        this.profiles = profiles;
        this.drafts = drafts;
    }

    /// How giving a name ended.
    enum Naming {
        NAMED,
        TAKEN,
        UNUSABLE,
        UNREADABLE
    }

    List<KeptProfile> all() {
        return kept.all();
    }

    /// Keeps the mapping of a draft, which is read by it from then on.
    Naming keep(Draft draft, String wanted) {
        String name = wanted.strip();
        if (!usable(name)) {
            return Naming.UNUSABLE;
        }
        if (profiles.ships(name)) {
            return Naming.TAKEN;
        }
        try {
            kept.keep(profile(name, draft, drafts.explain(draft)));
            drafts.choose(draft, draft.choices().by(name));
            return Naming.NAMED;
        } catch (FileRefused unreadable) {
            return Naming.UNREADABLE;
        }
    }

    @Transactional
    public Naming rename(long id, String wanted) {
        String name = wanted.strip();
        KeptProfile known = find(id);
        if (!usable(name)) {
            return Naming.UNUSABLE;
        }
        boolean taken = profiles.ships(name) || (!known.name().equalsIgnoreCase(name) && kept.has(name));
        if (taken) {
            return Naming.TAKEN;
        }
        kept.rename(id, name);
        return Naming.NAMED;
    }

    /// @return the name it had
    @Transactional
    public String delete(long id) {
        String name = find(id).name();
        kept.delete(id);
        return name;
    }

    private KeptProfile find(long id) {
        return kept.find(id).orElseThrow(() -> new Problem.NotFound("imports.noProfile"));
    }

    private static boolean usable(String name) {
        return USABLE.matcher(name).matches() && !name.endsWith(".json");
    }

    private Profile profile(String name, Draft draft, Explanation seen) {
        Map<String, String> fields = new LinkedHashMap<>();
        seen.fields().stream()
                .filter(field -> field.origin().isMapped() && field.origin() != Origin.WORKED_OUT)
                .forEach(field -> fields.put(field.field().name(), field.definition()));
        ImportChoices choices = draft.choices();
        Optional<Profile> base = Optional.ofNullable(seen.profile()).flatMap(profiles::named);
        return new Profile(
                name,
                seen.kind().code(),
                base.map(Profile::source).orElse(choices.source()),
                seen.headers(),
                choices.separator(),
                choices.sheet(),
                choices.dateFormat() != null
                        ? choices.dateFormat()
                        : base.map(Profile::dateFormat).orElse(null),
                base.map(Profile::join).orElse(null),
                fields,
                base.map(Profile::wholeNumbers).orElse(null),
                base.map(Profile::creditNotePrefix).orElse(null),
                base.map(Profile::where).orElse(null),
                base.map(Profile::negate).orElse(null));
    }
}
