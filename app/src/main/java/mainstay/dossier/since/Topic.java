package mainstay.dossier.since;

import java.util.Arrays;
import java.util.regex.Pattern;
import mainstay.activity.Timeline;
import mainstay.shared.web.Text;

/// What entries of a timeline are about, in the order in which they are told.
enum Topic {
    FACTS("facts", "fact[A-Z].*"),
    LIMIT("limit", "creditLimitChanged"),
    TERMS("terms", "paymentTermChanged|terms\\..*|price|ladder|ladderAlone"),
    STARS(
            "stars",
            "(group)?(stars|solid|Stars|Solid|status|Status|leg|Leg|byModel|ByModel).*|overrideStopped|appointmentEnded|assessed"),
    MANAGER("manager", "manager.*"),
    CUSTODY("custody", "archive.*"),
    DOCUMENTS("documents", "document.*"),
    GROUP("group", "parent.*|accountPlaced"),
    FINDINGS("findings", "finding.*"),
    MASTER("master", "account.*|name.*|code.*|closingLeftToFiles|importWithdrawn"),
    APPROVALS("approvals", "approval.*"),
    OTHER("other", ".*");

    private final String code;
    private final Pattern kinds;

    Topic(String code, String kinds) {
        this.code = code;
        this.kinds = Pattern.compile(kinds);
    }

    static Topic of(Timeline.Entry entry) {
        return Arrays.stream(values())
                .filter(topic -> topic.kinds.matcher(entry.kind()).matches())
                .findFirst()
                .orElse(OTHER);
    }

    Text told(long times) {
        return Text.of("since.topic." + code, times);
    }
}
