using System.Collections.Concurrent;

namespace Conformance.ReferenceSp.Sessions;

/// <summary>The messages that were sent, and the one-time codes in their links.</summary>
internal sealed class Mailbox
{
    private readonly ConcurrentQueue<Mail> _sent = new();
    private readonly ConcurrentDictionary<string, MailedCode> _codes = new(StringComparer.Ordinal);

    public void Send(Mail mail) => _sent.Enqueue(mail);

    public IReadOnlyList<Mail> To(string address) => [.. _sent.Where(mail => Ascii.EqualsIgnoreCase(mail.To, address)).Reverse()];

    public void Remember(string code, MailedCode meaning) => _codes[code] = meaning;

    public MailedCode? Find(string code) => _codes.GetValueOrDefault(code);

    /// <summary>What the code is good for, once.</summary>
    public MailedCode? Take(string code) => _codes.TryRemove(code, out var meaning) ? meaning : null;

    public void Clear()
    {
        _sent.Clear();
        _codes.Clear();
    }
}
