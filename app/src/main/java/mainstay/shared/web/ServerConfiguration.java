package mainstay.shared.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ServerConfiguration {

    /// The innermost valve reports first; the server leaves out its own where it finds this one by its name.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusals(BareAnswers answers) {
        return factory -> factory.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            host.getPipeline().addValve(new RefusalValve(answers));
            host.setErrorReportValveClass(RefusalValve.class.getName());
        });
    }
}
