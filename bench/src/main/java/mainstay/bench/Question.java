package mainstay.bench;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.LongFunction;

/// A kind of request that is asked again and again, each time for something else.
///
/// @param expected the status of a right answer
record Question(String name, int expected, LongFunction<Address> address) {

    /// Where to ask, with a token for the API and a body to post where they are not empty.
    ///
    /// @param key of a question that is to be answered once; empty: none
    record Address(String path, String token, String body, String key) {

        Address(String path, String token, String body) {
            this(path, token, body, "");
        }
    }

    static Question page(String name, LongFunction<String> path) {
        return new Question(name, 200, number -> new Address(path.apply(number), "", ""));
    }

    static Question api(String name, String token, LongFunction<String> path) {
        return new Question(name, 200, number -> new Address(path.apply(number), token, ""));
    }

    static Question post(String name, String token, String path, LongFunction<String> body) {
        return new Question(name, 201, number -> new Address(path, token, body.apply(number)));
    }

    /// Each with a key of its own, so that each is a new question.
    static Question once(String name, String token, String path, LongFunction<String> body) {
        return new Question(
                name, 200, number -> new Address(path, token, body.apply(number), "bench-" + System.nanoTime()));
    }

    HttpRequest request(String url, long number) {
        Address asked = address.apply(number);
        HttpRequest.Builder request = Visitor.request(url, asked.path());
        if (!asked.token().isEmpty()) {
            request.header("Authorization", "Bearer " + asked.token());
        }
        if (!asked.key().isEmpty()) {
            request.header("Idempotency-Key", asked.key());
        }
        if (!asked.body().isEmpty()) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(asked.body()));
        }
        return request.build();
    }
}
