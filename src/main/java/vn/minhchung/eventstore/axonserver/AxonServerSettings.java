package vn.minhchung.eventstore.axonserver;

import java.net.InetAddress;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import vn.minhchung.eventstore.SettingsRefused;

/** The connector's settings under its own names, {@code axon.axonserver.*}, and what this system asks of them. */
final class AxonServerSettings {
    /** True permits an unencrypted line to other machines, for networks that nobody else can read. */
    static final String PLAIN_TEXT = "minhchung.axonserver.plain-text";

    private AxonServerSettings() {}

    /**
     * Commands carry passwords, and the token opens the log: to another machine they go encrypted or not at all.
     *
     * @throws SettingsRefused naming property and host
     */
    static AxonServerConfiguration of(Environment environment) {
        AxonServerConfiguration settings =
                Binder.get(environment).bindOrCreate("axon.axonserver", AxonServerConfiguration.class);
        if (settings.isSslEnabled() || environment.getProperty(PLAIN_TEXT, Boolean.class, false)) return settings;
        // as the connector takes them apart
        for (String server : settings.getServers().split(",", -1)) {
            String host = server.strip().split(":", -1)[0];
            if (!loopback(host)) throw plainText(host);
        }
        return settings;
    }

    static AxonServerConnectionManager connections(AxonServerConfiguration settings) {
        return AxonServerConnectionManager.builder()
                .axonServerConfiguration(settings)
                .build();
    }

    /** By the name as it is written: what a name server says may be different the next time. */
    private static boolean loopback(String host) {
        if (host.equalsIgnoreCase("localhost")) return true;
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static SettingsRefused plainText(String host) {
        return new SettingsRefused("""
                axon.axonserver.servers trỏ tới máy khác (%s) trong khi axon.axonserver.ssl-enabled chưa bật: lệnh gửi đi có \
                thể chứa mật khẩu. Đề nghị bật ssl-enabled và đặt cert-file; chỉ trong mạng riêng không ai khác đọc được mới \
                đặt %s=true.""".formatted(host, PLAIN_TEXT), """
                axon.axonserver.servers names another machine (%s) while axon.axonserver.ssl-enabled is off: commands may hold \
                passwords. Switch ssl-enabled on and set cert-file; only on a private network that nobody else can read set \
                %s=true.""".formatted(host, PLAIN_TEXT));
    }
}
