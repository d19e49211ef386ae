package vn.minhchung.rules;

/** What happens when a rule that is not sure law is broken. */
public enum SwitchMode {
    /** The command is refused. The mode of every rule until switched. */
    REFUSE,
    /** The command passes; its events carry a warning. */
    WARN,
    /** The command passes. */
    OFF
}
