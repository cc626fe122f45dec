using System.Globalization;
using System.Text.Json;

namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary>Reads an exported log from begin to end and demands its order.</summary>
/// <remarks>Throws <see cref="InvalidDataException"/> with a Dutch sentence that names the line.</remarks>
internal sealed class Exportlezer : IDisposable
{
    private readonly FileStream file;
    private byte[] buffer = new byte[1 << 18];
    private int start;
    private int end;
    private int length;
    private int rang = -1;
    private bool waiting;
    private bool hasLine;
    private long nummer;
    private string gemeentecode = string.Empty;
    private int slot;

    public Exportlezer(string path) => file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);

    private ReadOnlySpan<byte> Regel => buffer.AsSpan(start, length);

    /// <summary>What stands before the lines of the log.</summary>
    public IEnumerable<Exportregel> Voorwerk()
    {
        while (Advance() && !Regel.StartsWith(Regeltekst.Begin) && Parse() is var regel and not ExportEinde)
        {
            yield return regel;
        }

        waiting = true;
    }

    /// <summary>The next line of the log; false at the end of the file.</summary>
    /// <remarks>After <see cref="Voorwerk"/> was read to its end.</remarks>
    public bool Next(KetenRegel into)
    {
        if (!waiting)
        {
            Advance();
        }

        waiting = false;
        if (!hasLine)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"Het bestand houdt op na regel {nummer}: de slotregel ontbreekt."));
        }

        if (Regel.StartsWith(Regeltekst.Begin))
        {
            Read(into);
            return true;
        }

        Parse();                                  // only the last kind may come here
        return Advance() ? throw Misplaced() : false;
    }

    public void Dispose() => file.Dispose();

    private void Read(KetenRegel into)
    {
        Order(Regeltekst.Rang);
        if (!Regeltekst.TryRead(Regel, into))
        {
            throw Unreadable(null);
        }

        if (!into.InStroomVan(gemeentecode, slot))
        {
            var order = string.CompareOrdinal(into.Gemeentecode, gemeentecode);
            if (order < 0 || (order == 0 && into.Slot < slot))
            {
                throw Misplaced();
            }

            (gemeentecode, slot) = (into.Gemeentecode, into.Slot);
        }
    }

    private Exportregel Parse()
    {
        try
        {
            var regel = JsonSerializer.Deserialize<Exportregel>(Regel, Exportregel.Json);
            if (regel is null or ExportBegin { Vorm: not ExportBegin.Versie })
            {
                throw Unreadable(null);
            }

            Order(regel.Rang);
            return regel;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw Unreadable(e);
        }
    }

    /// <summary>Kinds come in order, and the first line, which alone says what the file is, once.</summary>
    private void Order(int next)
    {
        if (next < rang || (next == 0) != (rang == -1))
        {
            throw Misplaced();
        }

        rang = next;
    }

    private bool Advance()
    {
        start += hasLine ? length + 1 : 0;
        int at;
        do
        {
            at = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
        }
        while (at < 0 && Fill());
        return hasLine = EndsLine(at);
    }

    private bool EndsLine(int at)
    {
        if (at < 0)
        {
            return end == start ? false : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"Regel {nummer + 1} van het bestand is afgebroken."));
        }

        (length, nummer) = (at, nummer + 1);
        return true;
    }

    private bool Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var count = file.Read(buffer.AsSpan(end));
        end += count;
        return count > 0;
    }

    private InvalidDataException Unreadable(Exception? inner) => new(string.Create(CultureInfo.InvariantCulture, $"Regel {nummer} van het bestand is niet leesbaar."), inner);

    private InvalidDataException Misplaced() => new(string.Create(CultureInfo.InvariantCulture, $"Regel {nummer} van het bestand staat niet op zijn plaats."));
}
