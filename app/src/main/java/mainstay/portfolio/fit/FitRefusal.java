package mainstay.portfolio.fit;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/// Why a file was refused, in the language that was asked for: a sentence, and one for each bad line told.
record FitRefusal(Problem problem, FitWords words) {

    void print(PrintWriter err) {
        err.println(sentence());
        lines().forEach(line -> err.println("  " + line));
        err.flush();
    }

    /// As the interface for programs would answer, with the lines.
    void print(PrintWriter out, JsonMapper json) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("type", "urn:mainstay:problem:" + problem.type());
        answer.put("title", HttpStatus.valueOf(problem.status()).getReasonPhrase());
        answer.put("status", problem.status());
        answer.put("detail", sentence());
        answer.put("lines", lines());
        out.println(json.writeValueAsString(answer));
        out.flush();
    }

    private String sentence() {
        return words.texts().get(words.language(), problem.messageKey(), printable(problem.arguments()));
    }

    private List<String> lines() {
        return Arrays.stream(problem.arguments())
                .flatMap(argument -> argument instanceof List<?> many ? many.stream() : Stream.empty())
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .map(reason -> words.texts()
                        .get(
                                words.language(),
                                reason.key(),
                                printable(reason.arguments().toArray())))
                .toList();
    }

    private static Object[] printable(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof String text ? Printable.of(text) : argument)
                .toArray();
    }
}
