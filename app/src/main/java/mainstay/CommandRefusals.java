package mainstay;

import java.util.LinkedHashMap;
import java.util.Map;
import mainstay.shared.Problem;
import mainstay.shared.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.json.JsonMapper;

/// Tells why a command was refused: a sentence for people, and the problem that the API would answer with for
/// programs that asked for JSON.
@Component
class CommandRefusals {

    private static final int REFUSED = 1;

    private final Texts texts;

    CommandRefusals(Texts texts) {
        this.texts = texts;
    }

    int tell(Problem problem, CommandLine command) {
        String sentence = texts.get(Texts.ENGLISH, problem.messageKey(), problem.arguments());
        ParseResult parsed = command.getParseResult();
        if (parsed != null && parsed.hasMatchedOption("--json")) {
            command.getOut().println(JsonMapper.shared().writeValueAsString(json(problem, sentence)));
        } else {
            command.getErr().println(sentence);
        }
        return REFUSED;
    }

    private static Map<String, Object> json(Problem problem, String sentence) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "urn:mainstay:problem:" + problem.type());
        json.put("title", HttpStatus.valueOf(problem.status()).getReasonPhrase());
        json.put("status", problem.status());
        json.put("detail", sentence);
        return json;
    }
}
