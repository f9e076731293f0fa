package mainstay.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.SplittableRandom;

/// Facts of all accounts, brought as files by the product's own import, as many to a file as it takes.
final class ManyFacts {

    /// Fields of texts, from the level card to the level full.
    private static final String[] FIELDS = {
        "lineOfBusiness",
        "address",
        "telephone",
        "serviceArea",
        "salesAbility",
        "potential",
        "philosophy",
        "direction",
        "policy",
        "attitude",
        "problems",
        "strengths",
        "competitorRelations",
        "ourRelations",
        "reputation"
    };
    private static final String[] BEGINNINGS = {
        "工业阀门和密封件",
        "冷链物流",
        "精密模具加工",
        "连锁餐饮采购",
        "Hydraulic pumps",
        "Cold storage",
        "汽车零部件",
        "医院耗材",
        "Packaging film",
        "农用机械"
    };
    private static final String[] MIDDLES = {
        "主要供应华东地区",
        "seeks longer payment terms",
        "明年计划扩建二期",
        "prefers delivery on Mondays",
        "采购委员会每季度开会",
        "was visited with the technician",
        "对价格敏感",
        "asks for samples first",
        "有三家竞争对手",
        "pays on the tenth"
    };
    private static final int ROWS_OF_A_FILE = 20_000;
    private static final int WORDS = 40_000;
    private static final int LOOK_EVERY_MS = 1_000;
    private static final String BOUNDARY = "----bench";
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

    private final Path work;
    private final Sizes sizes;
    private final SplittableRandom chance = new SplittableRandom(7);

    ManyFacts(Path work, Sizes sizes) {
        this.work = work;
        this.sizes = sizes;
    }

    /// A word that few facts have: each text bears one.
    static String word(long number) {
        return "mark" + Math.floorMod(number * 7_919, WORDS);
    }

    void fill(Installed installed) throws IOException, InterruptedException {
        String token = installed.command("user", "token", "director").strip();
        long started = System.nanoTime();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int first = 0; first < sizes.facts(); first += ROWS_OF_A_FILE) {
                Path file = work.resolve("facts.csv");
                int rows = Math.min(ROWS_OF_A_FILE, sizes.facts() - first);
                write(file, first, rows);
                send(client, installed.url(), token, file, rows);
            }
        }
        double imported = (System.nanoTime() - started) / 1e9;
        print("facts.import.rate", sizes.facts() / imported, "rows/s");
        await(installed);
        print("facts.found.after", (System.nanoTime() - started) / 1e9 - imported, "s");
    }

    private void write(Path file, int first, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("account,field,value,observed on,source,confidence\n");
            for (int i = first; i < first + rows; i++) {
                String text = BEGINNINGS[chance.nextInt(BEGINNINGS.length)]
                        + " "
                        + MIDDLES[chance.nextInt(MIDDLES.length)]
                        + " "
                        + word(i);
                out.write("%s,%s,%s,%s,visit,reported%n"
                        .formatted(
                                Wholesaler.code(i % sizes.accounts()),
                                FIELDS[i / sizes.accounts() % FIELDS.length],
                                text,
                                LAST_DAY.minusDays(i / sizes.accounts() / FIELDS.length)));
            }
        }
    }

    private static void send(HttpClient client, String url, String token, Path file, int rows)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/facts/imports?choice=all"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(form(file))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2 || !answer.body().contains("\"written\":" + rows)) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
    }

    private static BodyPublisher form(Path file) throws IOException {
        byte[] head = ("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"facts.csv\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] foot = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] content = Files.readAllBytes(file);
        byte[] whole = new byte[head.length + content.length + foot.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(content, 0, whole, head.length, content.length);
        System.arraycopy(foot, 0, whole, head.length + content.length, foot.length);
        return BodyPublishers.ofByteArray(whole);
    }

    /// Until the keys of all facts and accounts are made.
    private static void await(Installed installed) throws IOException, InterruptedException {
        try (Connection owner = installed.connect();
                Statement statement = owner.createStatement()) {
            while (isDue(statement)) {
                Thread.sleep(LOOK_EVERY_MS);
            }
            statement.execute("analyze dossier.fact");
            statement.execute("analyze dossier.search_entry");
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    private static boolean isDue(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select dossier.search_is_due() or accounts.search_is_due()")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private void print(String name, double value, String unit) {
        new Figure(name, value, unit, "facts=" + sizes.facts() + " accounts=" + sizes.accounts()).print();
    }
}
