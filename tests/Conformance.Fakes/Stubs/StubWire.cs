using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Conformance.Fakes.Stubs;

/// <summary>The decrypted octets of one connection, below HTTP: read along on the way in, cut on the way out.</summary>
internal sealed class StubWire(IDuplexPipe transport, bool isTls) : IDuplexPipe
{
    public RecordingPipeReader Input { get; } = new(transport.Input);

    public SeverablePipeWriter Output { get; } = new(transport.Output);

    public bool IsTls => isTls;

    PipeReader IDuplexPipe.Input => Input;

    PipeWriter IDuplexPipe.Output => Output;

    /// <summary>Puts the wire under a connection, where the requests of that connection find it as a feature.</summary>
    public static ConnectionDelegate Under(ConnectionDelegate next, bool isTls) => connection =>
    {
        var wire = new StubWire(connection.Transport, isTls);
        connection.Transport = wire;
        connection.Features.Set(wire);
        return next(connection);
    };
}
