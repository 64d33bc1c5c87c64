using System.Text;
using DotNet.Testcontainers.Configurations;

namespace Conformance.Player.Targets.Containers.WithTestcontainers;

/// <summary>Takes what a container prints, into a file of the evidence.</summary>
internal sealed class ContainerLog : IOutputConsumer
{
    private const int KeptOctets = 4096;
    private readonly string _path;
    private readonly FileStream _file;

    public ContainerLog(string path)
    {
        _path = path;
        _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 1);
        Stdout = Stderr = Stream.Synchronized(_file);
    }

    public bool Enabled => true;

    public Stream Stdout { get; }

    public Stream Stderr { get; }

    /// <summary>The end of what it printed.</summary>
    public string LastLines
    {
        get
        {
            using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            file.Seek(-Math.Min(file.Length, KeptOctets), SeekOrigin.End);
            using var reader = new StreamReader(file, Encoding.UTF8);
            return reader.ReadToEnd().TrimEnd();
        }
    }

    public void Dispose() => _file.Dispose();
}
