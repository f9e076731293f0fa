package mainstay.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody with a session of their own and a connection that stays open.
final class Visitor implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String url;
    private final HttpClient client;
    private String token = "";

    private Visitor(String url) {
        this.url = url;
        this.client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    static Visitor signedIn(String url, String name, String password) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(url);
        String page = visitor.client
                .send(HttpRequest.newBuilder(URI.create(url + "/sign-in")).build(), BodyHandlers.ofString())
                .body();
        Matcher token = CSRF.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("the page to sign in has no token");
        }
        String form = "_csrf=" + encoded(token.group(1)) + "&name=" + encoded(name) + "&password=" + encoded(password);
        HttpRequest signIn = request(url, "/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = visitor.client.send(signIn, BodyHandlers.ofString());
        String to = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || to.contains("sign-in")) {
            throw new IllegalStateException(name + " could not sign in: " + answer.statusCode() + " " + to);
        }
        return visitor;
    }

    static Visitor withoutSession(String url) {
        return new Visitor(url);
    }

    /// Sends a form and expects to be led on.
    void submit(String path, Map<String, String> fields) throws IOException, InterruptedException {
        if (token.isEmpty()) {
            HttpRequest list =
                    HttpRequest.newBuilder(URI.create(url + "/accounts")).build();
            String page = client.send(list, BodyHandlers.ofString()).body();
            Matcher found = CSRF.matcher(page);
            if (!found.find()) {
                throw new IllegalStateException("the list has no token");
            }
            token = found.group(1);
        }
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", "_csrf=" + encoded(token) + "&", ""));
        HttpRequest submission = request(url, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = client.send(submission, BodyHandlers.ofString());
        if (answer.statusCode() != 302) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
    }

    /// Sends one request and reads the answer to its end.
    void ask(Question question, long number) throws IOException, InterruptedException {
        HttpRequest request = question.request(url, number);
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != question.expected()) {
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode());
        }
    }

    @Override
    public void close() {
        client.close();
    }

    static HttpRequest.Builder request(String url, String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Accept-Encoding", "gzip");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
