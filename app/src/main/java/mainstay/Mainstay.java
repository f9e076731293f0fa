package mainstay;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Mainstay {

    static void main(String[] args) {
        SpringApplication.run(Mainstay.class, args);
    }
}
