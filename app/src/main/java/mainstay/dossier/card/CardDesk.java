package mainstay.dossier.card;

import java.util.List;
import mainstay.accounts.AccountCard;
import mainstay.activity.Timeline;
import mainstay.dossier.ReadLog;
import mainstay.shared.web.PageContext;
import org.springframework.stereotype.Service;

/// Hands out cards and briefs. What is confidential on them is written into the read log first.
@Service
class CardDesk {

    private final Sheets sheets;
    private final Timeline timeline;
    private final ReadLog log;

    CardDesk(Sheets sheets, Timeline timeline, ReadLog log) {
        this.sheets = sheets;
        this.timeline = timeline;
        this.log = log;
    }

    Sheet card(AccountCard account, PageContext page, String where, String detail) {
        return logged(sheets.card(account, page, where, detail));
    }

    Sheet brief(AccountCard account, PageContext page, String where, String detail) {
        List<Timeline.Entry> latest = sheets.latest(account);
        if (!latest.isEmpty()) {
            timeline.opening(account.id(), latest.getLast().at().minusMillis(1));
        }
        return logged(sheets.brief(account, page, where, detail));
    }

    private Sheet logged(Sheet sheet) {
        log.note(sheet.looks());
        return sheet;
    }
}
