package mainstay.dossier;

import java.util.Map;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.dossier.FactOutcome.Kept;
import mainstay.dossier.FactOutcome.Overtaken;
import mainstay.dossier.FactOutcome.Refused;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;

/// Names what facts rest on. A file is looked at before anything is kept, which no transaction waits for.
@Service
class EvidenceDesk {

    private final FactDesk desk;
    private final Evidence evidence;

    EvidenceDesk(FactDesk desk, Evidence evidence) {
        this.desk = desk;
        this.evidence = evidence;
    }

    FactOutcome add(AccountCard account, String code, EvidenceForm form) {
        FactDesk.Seen seen = desk.seen(account, code, form.wasSeen());
        Fact standing = seen.standing();
        if (standing == null) {
            return new Overtaken(null);
        }
        Long document = form.chosen();
        MultipartFile file = form.file();
        if (document == null && !form.hasFile()) {
            return new Refused(Map.of("evidence", Text.of("evidence.wrong.nothing")));
        }
        Optional<Text> refusal = file == null || !form.hasFile()
                ? Optional.empty()
                : evidence.keep(account, seen.field(), standing.id(), file);
        if (refusal.isEmpty() && document != null) {
            refusal = evidence.name(account, standing.id(), document);
        }
        return refusal.<FactOutcome>map(why -> new Refused(Map.of("evidence", why)))
                .orElseGet(() -> new Kept(standing));
    }
}
