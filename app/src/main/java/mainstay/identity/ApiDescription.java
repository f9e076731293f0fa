package mainstay.identity;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Optional;
import java.util.stream.Collectors;
import mainstay.shared.web.PageNotice;
import mainstay.shared.web.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What stands above the description of the API, and how a program says who it is.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiDescription {

    private static final String TOKEN = "token";

    @Bean
    OpenAPI openApi(Texts texts, ObjectProvider<PageNotice> notices) {
        String marks = notices.stream()
                .map(PageNotice::messageKey)
                .flatMap(Optional::stream)
                .map(key -> "**" + texts.get(Texts.ENGLISH, key) + "**\n\n")
                .collect(Collectors.joining());
        return new OpenAPI()
                .info(new Info()
                        .title("Mainstay")
                        .version("v1")
                        .description(
                                marks + "Every request carries a personal access token (My profile, Access tokens) as"
                                        + " bearer; it opens what its scopes say (/definitions/token-scopes). Money is in units"
                                        + " of the firm's currency, exact; unknown is null, never 0."
                                        + " Refusals are problems as RFC 9457 describes them."))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }
}
