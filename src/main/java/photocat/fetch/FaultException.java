package photocat.fetch;

/** Carries a fault out of code that has nothing else to return. */
final class FaultException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  FaultException(Fault fault) {
    super(fault.reason());
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
