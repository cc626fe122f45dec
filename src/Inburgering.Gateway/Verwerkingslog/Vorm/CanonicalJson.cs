using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics;
using System.Text;

namespace Inburgering.Gateway.Verwerkingslog.Vorm;

/// <summary>Writes one flat object in the form of RFC 8785: no white space, sorted keys, shortest escapes, whole numbers only.</summary>
/// <remarks>The caller gives the keys in order; a null is left out. Characters below U+0020 never get here, the check refuses them.</remarks>
internal sealed class CanonicalJson
{
    private readonly ArrayBufferWriter<byte> buffer = new(1024);

    public void Begin()
    {
        buffer.ResetWrittenCount();
        buffer.Write("{"u8);
    }

    public ReadOnlySpan<byte> End()
    {
        buffer.Write("}"u8);
        return buffer.WrittenSpan;
    }

    /// <summary>Members without the braces, to <see cref="Add"/> later.</summary>
    public byte[] Members(Action<CanonicalJson> write)
    {
        Begin();
        write(this);
        return buffer.WrittenSpan[1..].ToArray();
    }

    public void Add(ReadOnlySpan<byte> members)
    {
        if (buffer.WrittenCount > 1)
        {
            buffer.Write(","u8);
        }

        buffer.Write(members);
    }

    public void Id(ReadOnlySpan<byte> key, Guid? value)
    {
        if (value is not { } id)
        {
            return;
        }

        Key(key);
        buffer.Write("\""u8);
        if (!Utf8Formatter.TryFormat(id, buffer.GetSpan(36), out var written, 'D'))
        {
            throw new UnreachableException();
        }

        buffer.Advance(written);
        buffer.Write("\""u8);
    }

    public void Number(ReadOnlySpan<byte> key, long value)
    {
        Key(key);
        if (!Utf8Formatter.TryFormat(value, buffer.GetSpan(20), out var written))
        {
            throw new UnreachableException();
        }

        buffer.Advance(written);
    }

    public void Text(ReadOnlySpan<byte> key, string? value)
    {
        if (value is null)
        {
            return;
        }

        Key(key);
        Quoted(value);
    }

    public void Hex(ReadOnlySpan<byte> key, byte[]? value)
    {
        if (value is null)
        {
            return;
        }

        Key(key);
        buffer.Write("\""u8);
        if (!Convert.TryToHexStringLower(value, buffer.GetSpan(value.Length * 2), out var written))
        {
            throw new UnreachableException();
        }

        buffer.Advance(written);
        buffer.Write("\""u8);
    }

    private void Key(ReadOnlySpan<byte> key)
    {
        buffer.Write(buffer.WrittenCount > 1 ? ",\""u8 : "\""u8);
        buffer.Write(key);
        buffer.Write("\":"u8);
    }

    private void Quoted(string value)
    {
        buffer.Write("\""u8);
        var rest = value.AsSpan();
        while (rest.IndexOfAny('"', '\\') is var at and >= 0)
        {
            Raw(rest[..at]);
            buffer.Write(rest[at] == '"' ? "\\\""u8 : "\\\\"u8);
            rest = rest[(at + 1)..];
        }

        Raw(rest);
        buffer.Write("\""u8);
    }

    private void Raw(ReadOnlySpan<char> text) =>
        buffer.Advance(Encoding.UTF8.GetBytes(text, buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
}
