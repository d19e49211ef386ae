package vn.minhchung.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;

/** The demo's accounts, one per role, and the invented persons behind them. */
public enum Cast {
    ADMIN("admin", "Vũ Quản Trị", null, Organisation.DEPARTMENT, Role.ADMIN),
    OFFICER("officer", "Trần Thị Chuyên Viên", "ThS.", Organisation.DEPARTMENT, Role.OFFICER),
    DIRECTOR("director", "Nguyễn Minh Giám", "TS.", Organisation.DEPARTMENT, Role.DIRECTOR),
    DEPUTY("deputy-director", "Lê Hoài Phó Khanh", "ThS.", Organisation.DEPARTMENT, Role.DEPUTY_DIRECTOR),
    ACCOUNTANT("accountant", "Phạm Thu Toán", null, Organisation.DEPARTMENT, Role.ACCOUNTANT),
    CHIEF_ACCOUNTANT("chief-accountant", "Đặng Ngọc Trưởng Kế", null, Organisation.DEPARTMENT, Role.CHIEF_ACCOUNTANT),
    REGISTRAR("registrar", "Bùi Văn Thư Ấn", null, Organisation.DEPARTMENT, Role.REGISTRAR),
    COMMITTEE("committee", "Hoàng Uỷ Ban Trí", null, Organisation.COMMITTEE, Role.COMMITTEE),
    FINANCE("finance", "Đỗ Tài Chính Vy", "ThS.", Organisation.FINANCE, Role.FINANCE),
    HOST_HEAD("host-head", "Ngô Chủ Trì Sơn", "PGS.TS.", Organisation.HOST, Role.HOST_HEAD),
    HOST_ACCOUNTANT("host-accountant", "Dương Kế Toán Liên", null, Organisation.HOST, Role.HOST_ACCOUNTANT),
    INVESTIGATOR("investigator", "Nguyễn Minh Khảo Nghiệm", "TS.", Organisation.HOST, Role.INVESTIGATOR),
    HOST2_HEAD("host2-head", "Lý Thủ Trưởng An", "TS.", Organisation.HOST2, Role.HOST_HEAD),
    HOST2_ACCOUNTANT("host2-accountant", "Trần Bình Sổ Sách", null, Organisation.HOST2, Role.HOST_ACCOUNTANT),
    INVESTIGATOR2("investigator2", "Phạm Tuệ Chủ Nhiệm", "TS.", Organisation.HOST2, Role.INVESTIGATOR, Role.HOST_HEAD),
    INSPECTOR("inspector", "Hoàng Thanh Tra Minh", null, Organisation.COMMITTEE, Role.INSPECTOR),
    CITIZEN("citizen", "Lê Công Dân Hạnh", null, null, Role.CITIZEN),
    SONG_LUOC_HEAD("song-luoc-head", "Vũ Đình Thủ Luộc", "TS.", Organisation.SONG_LUOC, Role.HOST_HEAD),
    SONG_LUOC_ACCOUNTANT(
            "song-luoc-accountant", "Đoàn Thị Sổ Luộc", null, Organisation.SONG_LUOC, Role.HOST_ACCOUNTANT),
    PHO_HIEN_HEAD("pho-hien-head", "Phan Hữu Thủ Hiến", "PGS.TS.", Organisation.PHO_HIEN, Role.HOST_HEAD),
    DA_LOC_HEAD("da-loc-head", "Trịnh Quang Thủ Lộc", "ThS.", Organisation.DA_LOC, Role.HOST_HEAD),
    DA_LOC_ACCOUNTANT("da-loc-accountant", "Mai Thị Sổ Lộc", null, Organisation.DA_LOC, Role.HOST_ACCOUNTANT);

    private final String login;
    private final String personName;
    private final @Nullable String titles;
    private final @Nullable Organisation organisation;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<Role> roles;

    Cast(String login, String personName, @Nullable String titles, @Nullable Organisation organisation, Role... roles) {
        this.login = login;
        this.personName = personName;
        this.titles = titles;
        this.organisation = organisation;
        this.roles = List.of(roles);
    }

    public String login() {
        return login;
    }

    public String personName() {
        return personName;
    }

    public Optional<String> titles() {
        return Optional.ofNullable(titles);
    }

    public Optional<Organisation> organisation() {
        return Optional.ofNullable(organisation);
    }

    public List<Role> roles() {
        return roles;
    }

    /** The administrator is the recorded bootstrap event's person. */
    public PersonId person() {
        return new PersonId(
                this == ADMIN
                        ? Id.derived("person", "bootstrap", "administrator")
                        : Id.derived("person", "demo", login));
    }

    public AccountId account() {
        return new AccountId(
                this == ADMIN
                        ? Id.derived("account", "bootstrap", "administrator")
                        : Id.derived("account", "demo", login));
    }

    public static Cast of(String login) {
        return Arrays.stream(values())
                .filter(member -> member.login.equals(login))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(login));
    }
}
