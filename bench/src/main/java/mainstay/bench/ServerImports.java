package mainstay.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Imports by a server that runs already, over its API.
final class ServerImports implements AutoCloseable {

    private static final String BOUNDARY = "----bench";
    private static final int LOOK_EVERY_MS = 100;
    private static final Pattern BATCH = Pattern.compile("\"batch\"\\s*:\\s*(\\d+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    ServerImports(String url, String token) {
        this.url = url + "/api/v1/imports";
        this.token = token;
    }

    /// A finished import.
    ///
    /// @param json its report
    record Done(long batch, String json) {}

    /// Imports a file of sales and waits until that is done.
    Done sales(Path file) throws IOException, InterruptedException {
        String begun = ask(request("?kind=sales")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(form(file)));
        Matcher batch = BATCH.matcher(begun);
        if (!batch.find()) {
            throw new IllegalStateException(begun);
        }
        long number = Long.parseLong(batch.group(1));
        String report = begun;
        while (report.contains("\"running\"")) {
            Thread.sleep(LOOK_EVERY_MS);
            report = ask(request("/" + number));
        }
        return new Done(number, report);
    }

    void withdraw(long batch) throws IOException, InterruptedException {
        ask(request("/" + batch + "/withdrawal").POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
    }

    private static BodyPublisher form(Path file) throws IOException {
        return BodyPublishers.concat(
                BodyPublishers.ofString(
                        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                                + file.getFileName() + "\"\r\nContent-Type: text/csv\r\n\r\n"),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
    }

    private String ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        client.close();
    }
}
