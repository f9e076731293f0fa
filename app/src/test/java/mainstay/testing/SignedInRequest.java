package mainstay.testing;

import mainstay.identity.TestSignIn;
import mainstay.identity.User;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

final class SignedInRequest {

    private SignedInRequest() {}

    static RequestPostProcessor of(User user) {
        RequestPostProcessor authentication =
                SecurityMockMvcRequestPostProcessors.authentication(TestSignIn.authentication(user));
        RequestPostProcessor csrf = SecurityMockMvcRequestPostProcessors.csrf();
        return request -> csrf.postProcessRequest(authentication.postProcessRequest(request));
    }
}
