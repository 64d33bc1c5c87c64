namespace Conformance.Fakes.Stubs;

/// <summary>The server that fakes stand on: handlers on loopback, for any number of host names, over HTTP and TLS.</summary>
public interface IStubHost : IAsyncDisposable
{
    /// <summary>The port on 127.0.0.1 that speaks plain HTTP/1.1.</summary>
    int HttpPort { get; }

    /// <summary>The port on 127.0.0.1 that speaks HTTP/1.1 over TLS, with the certificate of the host that the client names.</summary>
    int TlsPort { get; }

    /// <summary>What was asked and answered so far.</summary>
    StubJournal Journal { get; }

    /// <summary>Answers what a route describes, until the returned registration is disposed.</summary>
    /// <remarks>Of several routes that match, the narrower one answers; of equals, the one added last.</remarks>
    IDisposable Handle(StubRoute route, StubHandler handler);

    /// <summary>Answers everything that is asked of one host.</summary>
    IDisposable Handle(string host, StubHandler handler);

    /// <summary>Lets a person look around in the host; <see langword="null"/> where it has nothing to look at.</summary>
    StubInspection? Inspect();
}
