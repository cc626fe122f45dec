using System.Buffers;
using System.Text.Json;
using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary>Writes a log as JSON Lines with everything a verifier needs (docs/logexport.md). Whoever calls it writes his own line first.</summary>
internal static class ExporteerLog
{
    private const int Flush = 1 << 16;

    /// <returns>Number of lines of the log; what stands around them is not counted.</returns>
    public static async Task<long> WriteAsync(IControleBron bron, IZegelSleutel sleutel, Stream to, CancellationToken ct)
    {
        var buffer = new ArrayBufferWriter<byte>(Flush * 2);
        Write(buffer, new ExportBegin(ExportBegin.Versie));
        foreach (var (kid, spki) in sleutel.Openbaar)
        {
            Write(buffer, new ExportSleutel(kid, Convert.ToBase64String(spki)));
        }

        foreach (var kop in await bron.ReadKoppenAsync(ct))
        {
            Write(buffer, new ExportKop(kop.Gemeentecode, kop.Slot, kop.Seq, kop.Hash));
        }

        await foreach (var zegel in bron.ReadZegelsAsync(ct))
        {
            Write(buffer, new ExportZegel(zegel.Nummer, zegel.Tijd, zegel.VorigHash, zegel.Hash, zegel.Kid, zegel.Handtekening, zegel.Inhoud));
            await FlushAsync(buffer, to, Flush, ct);
        }

        await foreach (var wislijn in bron.ReadWislijnenAsync(ct))
        {
            Write(buffer, new ExportWislijn(wislijn.Gemeentecode, wislijn.Nummer, wislijn.Hash, wislijn.Inhoud));
            await FlushAsync(buffer, to, Flush, ct);
        }

        await foreach (var afsluiting in bron.ReadAfsluitingenAsync(ct))
        {
            Write(buffer, new ExportAfsluiting(afsluiting.Maand, afsluiting.Hash, afsluiting.Kid, afsluiting.Handtekening, afsluiting.Inhoud));
            await FlushAsync(buffer, to, Flush, ct);
        }

        await foreach (var herstel in bron.ReadHerstellenAsync(ct))
        {
            Write(buffer, new ExportHerstel(herstel.Nummer, herstel.Hash, herstel.Kid, herstel.Handtekening, herstel.Inhoud));
        }

        var count = await RegelsAsync(bron, buffer, to, ct);
        Write(buffer, new ExportEinde());
        await FlushAsync(buffer, to, 0, ct);
        return count;
    }

    private static async Task<long> RegelsAsync(IControleBron bron, ArrayBufferWriter<byte> buffer, Stream to, CancellationToken ct)
    {
        var count = 0L;
        await foreach (var regel in bron.ReadRegelsAsync(ct))
        {
            Regeltekst.Write(buffer, regel);
            buffer.Write("\n"u8);
            count++;
            await FlushAsync(buffer, to, Flush, ct);
        }

        return count;
    }

    private static void Write(ArrayBufferWriter<byte> to, Exportregel regel)
    {
        to.Write(JsonSerializer.SerializeToUtf8Bytes(regel, Exportregel.Json));
        to.Write("\n"u8);
    }

    private static async Task FlushAsync(ArrayBufferWriter<byte> buffer, Stream to, int above, CancellationToken ct)
    {
        if (buffer.WrittenCount > above)
        {
            await to.WriteAsync(buffer.WrittenMemory, ct);
            buffer.ResetWrittenCount();
        }
    }
}
