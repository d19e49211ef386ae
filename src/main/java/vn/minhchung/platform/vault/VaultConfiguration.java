package vn.minhchung.platform.vault;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.graphql.PersonalTexts;
import vn.minhchung.kernel.log.LogKeys;

/** The vault over the connections of its own role, {@code vaultDataSource}. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    @Bean
    PersonalData personalData(@Qualifier("vaultDataSource") DataSource vault) {
        return new PersonVault(vault);
    }

    /** @param origin a URL without its scheme, under which others know the log; another one is another log to them */
    @Bean
    LogKeys logKeys(
            @Qualifier("vaultDataSource") DataSource vault,
            @Value("${minhchung.log.origin:localhost/log}") String origin) {
        return new LogKeyVault(vault, origin);
    }

    @Bean
    PersonalTexts personalTexts(PersonalData personalData) {
        return new PersonalTexts(personalData);
    }
}
