package vn.minhchung.platform.vault;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.graphql.PersonalTexts;

/** The vault over the connections of its own role, {@code vaultDataSource}. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    @Bean
    PersonalData personalData(@Qualifier("vaultDataSource") DataSource vault) {
        return new PersonVault(vault);
    }

    @Bean
    PersonalTexts personalTexts(PersonalData personalData) {
        return new PersonalTexts(personalData);
    }
}
