package mainstay.guards.walk;

import static java.util.Objects.requireNonNull;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import mainstay.identity.TokenScope;
import mainstay.identity.User;
import mainstay.testing.Cast;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/// Sends requests as those who walk: with a session to pages, with a token to programs' addresses.
final class Walkers {

    private final MockMvc web;
    private final Cast cast;
    private final Map<Reader, User> users = new EnumMap<>(Reader.class);
    private final Map<Reader, String> tokens = new EnumMap<>(Reader.class);

    Walkers(MockMvc web, Cast cast) {
        this.web = web;
        this.cast = cast;
        for (Reader reader : Reader.SIGNED_IN) {
            User user = cast.another(reader.userName(), reader.fullName(), requireNonNull(reader.role()));
            users.put(reader, user);
            tokens.put(reader, cast.token(user));
        }
    }

    User user(Reader reader) {
        return requireNonNull(users.get(reader));
    }

    MockHttpServletResponse look(Reader reader, String address) throws Exception {
        return ask(reader, HttpMethod.GET, address);
    }

    /// Without anything typed, as whoever tries addresses does; programs send an empty object.
    MockHttpServletResponse ask(Reader reader, HttpMethod method, String address) throws Exception {
        var request = request(method, URI.create(address)).locale(Locale.ENGLISH);
        boolean program = address.startsWith("/api/");
        if (program && !method.equals(HttpMethod.GET)) {
            request.contentType(MediaType.APPLICATION_JSON).content("{}");
        }
        if (reader == Reader.STRANGER) {
            return web.perform(request).andReturn().getResponse();
        }
        return web.perform(
                        program
                                ? request.header("Authorization", "Bearer " + tokens.get(reader))
                                : request.with(cast.signedIn(user(reader))))
                .andReturn()
                .getResponse();
    }

    /// As a program whose token opens one scope alone.
    MockHttpServletResponse look(Reader reader, TokenScope scope, String address) throws Exception {
        String token = cast.token(user(reader), scope);
        return web.perform(get(URI.create(address)).locale(Locale.ENGLISH).header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
    }

    /// Sends a form that has to be taken.
    ///
    /// @return where it leads
    String send(User user, AbstractMockHttpServletRequestBuilder<?> form) throws Exception {
        MockHttpServletResponse answer = web.perform(form.locale(Locale.ENGLISH).with(cast.signedIn(user)))
                .andReturn()
                .getResponse();
        String to = answer.getRedirectedUrl();
        if (to == null) {
            throw new IllegalStateException(answer.getStatus() + " " + shortened(answer));
        }
        return to;
    }

    String send(Reader reader, AbstractMockHttpServletRequestBuilder<?> form) throws Exception {
        return send(user(reader), form);
    }

    private static String shortened(MockHttpServletResponse answer) throws UnsupportedEncodingException {
        return answer.getContentAsString()
                .replaceAll("(?s)<(script|style).*?</\\1>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    /// The last number in an address.
    static long number(String address) {
        String digits = address.replaceAll("\\D*$", "").replaceAll("^.*\\D", "");
        return Long.parseLong(digits);
    }
}
