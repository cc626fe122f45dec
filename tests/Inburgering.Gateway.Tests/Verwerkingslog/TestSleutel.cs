using System.Security.Cryptography;
using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Tests.Verwerkingslog;

internal sealed class TestSleutel : IZegelSleutel
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string Kid => "test-1";

    public IReadOnlyList<(string Kid, byte[] Spki)> Openbaar => [(Kid, key.ExportSubjectPublicKeyInfo())];

    public byte[] Sign(ReadOnlySpan<byte> data) => key.SignData(data, HashAlgorithmName.SHA256);

    public bool Verify(string kid, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        kid == Kid && key.VerifyData(data, signature, HashAlgorithmName.SHA256);
}
